/** A thousand ids as the service makes them. */
export const ids = Array.from(
  { length: 1000 },
  (_, at) => `2cdc28f0-017a-49c4-9ed7-${String(at).padStart(12, '0')}`,
);

export const size = { width: 800, height: 600 };
