/** What the tab of the browser shows. */
export const inspectorIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="2" y="5" width="28" height="22" rx="6" fill="#b8480a"/><circle cx="11" cy="13" r="3" fill="#fff"/><path d="M5 24l8-7 5 4 4-4 6 7z" fill="#fff"/></svg>
`;
