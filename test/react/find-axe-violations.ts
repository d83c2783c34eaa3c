import axe from 'axe-core';

/** What axe finds in an element: one line for each finding, with the elements it is about. */
export async function findAxeViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
