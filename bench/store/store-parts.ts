/** The parts of the store half, in the order in which they are measured. */
export const partNames = ['operations', 'pages', 'purchasing', 'repeated', 'replicas', 'growth'] as const;

export type PartName = (typeof partNames)[number];

/** The shops that are put beside each other. */
export const shopNames = { ours: 'our store', vendure: 'Vendure', bare: 'bare limit' } as const;

/** The word that has the stores be filled for what else is named, and nothing be measured. */
export const fillWord = 'fill';
