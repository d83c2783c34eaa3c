/** The fits a named variant can have: five of the eight that a URL knows. */
export const variantFits = ['scale-down', 'contain', 'cover', 'crop', 'pad'] as const;

export type VariantFit = (typeof variantFits)[number];
