import type { Chance } from './chance.ts';

const round = (number: number): number => Math.round(number * 10) / 10;

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

export const rect = (x: number, y: number, width: number, height: number, more: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${more}/>`;

export const line = (x1: number, y1: number, x2: number, y2: number, more: string): string =>
  `<path d="M${x1} ${y1}L${x2} ${y2}" fill="none" ${more}/>`;

export const circle = (x: number, y: number, radius: number, more: string): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${more}/>`;

const turned = (x: number, y: number, degrees: number, shape: string): string =>
  `<g transform="translate(${x} ${y}) rotate(${round(degrees)})">${shape}</g>`;

/** A rosette as on a binding: petals in rings around a centre. */
export function rosette(x: number, y: number, radius: number, colour: string, chance: Chance): string {
  const petals = chance.oneOf(8, 10, 12, 16);
  const isPointed = chance.below(2) === 0;
  const stroke = `fill="none" stroke="${colour}" stroke-width="${round(radius / 55)}"`;
  const petal = (length: number, width: number) =>
    isPointed
      ? `<path d="M0 0C${width} ${-length * 0.35} ${width} ${-length * 0.65} 0 ${-length}C${-width} ${-length * 0.65} ${-width} ${-length * 0.35} 0 0Z" ${stroke}/>`
      : `<ellipse cx="0" cy="${-length / 2}" rx="${width}" ry="${length / 2}" ${stroke}/>`;
  const outer = range(petals).map(index =>
    turned(x, y, (360 / petals) * index, petal(radius * 0.9, radius * 0.26)),
  );
  const inner = range(petals).map(index =>
    turned(x, y, (360 / petals) * (index + 0.5), petal(radius * 0.5, radius * 0.13)),
  );
  const dots = range(petals).map(index => {
    const angle = ((index + 0.5) / petals) * 2 * Math.PI;
    return circle(
      x + Math.sin(angle) * radius * 0.8,
      y - Math.cos(angle) * radius * 0.8,
      radius * 0.035,
      `fill="${colour}"`,
    );
  });
  const rings = [radius, radius * 0.95].map(each => circle(x, y, each, stroke));
  const heart = circle(x, y, radius * 0.07, `fill="${colour}"`);
  return [...outer, ...inner, ...dots, ...rings, heart].join('');
}

/** A small ornament between texts: a lozenge with a rule on each side. */
export function divider(x: number, y: number, width: number, colour: string): string {
  const gap = 34;
  const rule = `stroke="${colour}" stroke-width="4"`;
  const lozenge = `<path d="M${x} ${y - 15}L${x + 15} ${y}L${x} ${y + 15}L${x - 15} ${y}Z" fill="${colour}"/>`;
  return [line(x - width / 2, y, x - gap, y, rule), lozenge, line(x + gap, y, x + width / 2, y, rule)].join(
    '',
  );
}
