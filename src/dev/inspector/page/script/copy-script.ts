/** Buttons that copy and say so. A module for the browser. */
export const copyScript = `import { element, setText } from './elements.js';

/**
 * A button that copies, and the line that says what it did. getText gives { text, note },
 * onCopied hears of it.
 */
export function createCopy(label, getText, onCopied = () => {}) {
  const said = element('output', { class: 'said' });
  const button = element('button', { type: 'button', onclick: copy }, label);
  let timer = 0;
  return { button, said };

  async function copy() {
    setText(said, '');
    try {
      const { text, note } = await getText();
      await write(text, note);
      onCopied(text);
    } catch (error) {
      said.dataset.state = 'failed';
      setText(said, error.message);
    }
  }

  async function write(text, note) {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    said.dataset.state = isCopied ? 'done' : 'failed';
    setText(said, isCopied ? note : 'The browser did not let us copy. Here it is: ' + text);
    clearTimeout(timer);
    if (!isCopied) return;
    setText(button, 'Copied');
    timer = setTimeout(() => setText(button, label), 2000);
  }
}

/** A value with a small button behind it. */
export function createCopyable(name, getValue) {
  const value = element('code', { class: 'value' });
  const { button, said } = createCopy('Copy', () => ({
    text: getValue(),
    note: 'Copied the ' + name + '.',
  }));
  button.setAttribute('aria-label', 'Copy the ' + name);
  button.classList.add('small');
  const node = element('span', { class: 'copyable' }, value, button, said);
  return { node, update: () => setText(value, getValue()) };
}
`;
