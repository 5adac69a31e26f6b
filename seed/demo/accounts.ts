/** An account that the demo makes. What it is for is told by `role`; to the store every one is a customer. */
export interface DemoAccount {
  readonly name: string;
  /** At bookstore.example, a domain that can receive no mail (RFC 2606). */
  readonly email: string;
  /** Printed to whoever runs the demo: never use one of these in a store that others reach. */
  readonly password: string;
  readonly role: 'seller' | 'buyer';
}

const seller = (name: string, mailbox: string, password: string): DemoAccount => ({
  name,
  email: `${mailbox}@bookstore.example`,
  password,
  role: 'seller',
});

const buyer = (name: string, mailbox: string, password: string): DemoAccount => ({
  ...seller(name, mailbox, password),
  role: 'buyer',
});

/** The demo's accounts, sellers first, then buyers. The last one is registered when all else is loaded. */
export const demoAccounts: readonly DemoAccount[] = [
  seller('Librería La Candelaria, Bogotá', 'candelaria', 'lantern-orchid-42-rain'),
  seller('Tinto y Papel, Medellín', 'tinto.y.papel', 'copper-teacup-17-balcony'),
  seller('Rosalía Quintero, Cali', 'rosalia.quintero', 'mango-saltwater-83-drum'),
  seller('El Desván de Lavapiés, Madrid', 'desvan', 'attic-geranium-29-slate'),
  seller('Montserrat Ferrer, Barcelona', 'montserrat.ferrer', 'mosaic-lemon-64-harbour'),
  seller('Libros Viejos de Donceles, México', 'donceles', 'volcano-ribbon-51-arcade'),
  seller('Tomás Arriaga, Buenos Aires', 'tomas.arriaga', 'tramway-jacaranda-38-ink'),
  seller('Hay Lane Books, Wales', 'hay.lane', 'bramble-castle-76-wool'),
  seller('Thornbury & Daughter, Bath', 'thornbury', 'pewter-crescent-12-swan'),
  seller('Cedar Street Books, Portland', 'cedar.street', 'drizzle-cedar-95-anchor'),
  seller('Maya Okafor, Brooklyn', 'maya.okafor', 'stoop-marigold-47-brass'),
  seller('Nadia Haddad, World Languages, Berlin', 'nadia.haddad', 'linden-alphabet-68-kettle'),
  buyer('Camila Restrepo', 'camila', 'hammock-firefly-33-page'),
  buyer('James Whitlock', 'james.whitlock', 'umbrella-walnut-71-train'),
];

/** Who offers the rows of a CSV file where no other seller is named. */
export const csvSeller: DemoAccount = seller('CSV seller', 'csv.seller', 'ledger-comma-54-cartload');
