/** The parts of the store half, in the order in which they are measured. */
export const partNames = ['operations', 'pages', 'purchasing', 'repeated', 'replicas', 'growth'] as const;

export type PartName = (typeof partNames)[number];

/** The shops that are put beside each other. */
export const shopNames = { ours: 'our store', vendure: 'Vendure', bare: 'bare limit' } as const;
