/** Elements without HTML, and lists that keep their nodes. A module for the browser. */
export const elementsScript = `// Text from images only ever becomes text: nothing here takes HTML.

/** An element with attributes, listeners (onclick), and children: nodes or text. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else setAttribute(node, name, value);
  }
  node.append(...children);
  return node;
}

/** Writes only what changed, so that a refresh leaves selections and screen readers alone. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** False and null remove, true is the empty text. */
export function setAttribute(node, name, value) {
  const text = value === true ? '' : value;
  if (text === false || text === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(text)) node.setAttribute(name, text);
}

/**
 * Keeps the children of a node in step with a list. make(item) gives { node, update(item) }.
 * A child stays the same node as long as its key is there, and is never moved past another
 * without need: focus, scroll and loaded pictures survive.
 */
export function createList(parent, keyOf, make) {
  let rows = new Map();
  return (items) => {
    const next = new Map();
    for (const item of items) {
      const key = keyOf(item);
      const row = rows.get(key) ?? make(item);
      row.update(item);
      next.set(key, row);
    }
    for (const [key, { node }] of rows) if (!next.has(key)) removeRow(node);
    let index = 0;
    for (const { node } of next.values()) {
      if (parent.children[index] !== node)
        parent.insertBefore(node, parent.children[index] ?? null);
      index += 1;
    }
    rows = next;
  };
}

// Whoever stood on a row that goes stands on its neighbour.
function removeRow(node) {
  const neighbour = node.nextElementSibling ?? node.previousElementSibling;
  const hadFocus = node.contains(document.activeElement);
  node.remove();
  if (hadFocus) neighbour?.querySelector('button, a')?.focus();
}
`;
