type Scalar = string | number | boolean;

// What a filter can name: five levels of such names.
const fieldName = /^[A-Za-z0-9_]{1,100}$/;
const maxLevels = 5;

/** Every field that a filter can ask for, with its levels joined by dots. Lists have none. */
export function flattenMeta(
  meta: Readonly<Record<string, unknown>>,
  prefix: readonly string[] = [],
): { field: string; value: Scalar }[] {
  return Object.entries(meta).flatMap(([name, value]) => {
    if (!fieldName.test(name)) return [];
    const path = [...prefix, name];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return path.length < maxLevels ? flattenMeta(value as Record<string, unknown>, path) : [];
    }
    const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
    return isScalar ? [{ field: path.join('.'), value: value as Scalar }] : [];
  });
}
