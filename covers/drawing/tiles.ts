import type { Chance } from './chance.ts';

type Tile = (size: number, chance: Chance) => string;

const quarters: Tile = (size, chance) => {
  const corner = chance.below(4);
  const [x, y] = [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
  ][corner] ?? [0, 0];
  const [fromX, toY] = [x === 0 ? size : 0, y === 0 ? size : 0];
  const sweep = corner % 2 === 0 ? 1 : 0;
  return `<path d="M${x} ${y}L${fromX} ${y}A${size} ${size} 0 0 ${sweep} ${x} ${toY}Z"/>`;
};

const diamonds: Tile = size => {
  const half = size / 2;
  const inset = size * 0.3;
  return `<path fill-rule="evenodd" d="M${half} 0L${size} ${half}L${half} ${size}L0 ${half}ZM${half} ${inset}L${inset} ${half}L${half} ${size - inset}L${size - inset} ${half}Z"/>`;
};

const triangles: Tile = (size, chance) =>
  chance.below(2) === 0
    ? `<path d="M0 0L${size} 0L0 ${size}Z"/>`
    : `<path d="M${size} 0L${size} ${size}L0 ${size}Z"/>`;

const rounds: Tile = (size, chance) => {
  const half = size / 2;
  return chance.below(3) === 0
    ? `<circle cx="${half}" cy="${half}" r="${size * 0.44}"/>`
    : `<path fill-rule="evenodd" d="M${half} ${size * 0.06}A${size * 0.44} ${size * 0.44} 0 1 1 ${half} ${size * 0.94}A${size * 0.44} ${size * 0.44} 0 1 1 ${half} ${size * 0.06}ZM${half} ${size * 0.26}A${size * 0.24} ${size * 0.24} 0 1 0 ${half} ${size * 0.74}A${size * 0.24} ${size * 0.24} 0 1 0 ${half} ${size * 0.26}Z"/>`;
};

const scales: Tile = size =>
  [0.5, 0.34, 0.18]
    .map(
      part =>
        `<circle cx="${size / 2}" cy="${size}" r="${size * part}" fill="none" stroke="currentColor" stroke-width="${size * 0.05}"/>`,
    )
    .join('');

/** A field of tiles of one kind, each turned as chance has it; its corner at 0, 0. */
export function tileField(
  columns: number,
  rows: number,
  size: number,
  colour: string,
  chance: Chance,
): string {
  const tile = chance.oneOf<Tile>(quarters, diamonds, triangles, rounds, scales);
  const tiles: string[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      tiles.push(`<g transform="translate(${column * size} ${row * size})">${tile(size, chance)}</g>`);
  return `<g fill="${colour}" color="${colour}">${tiles.join('')}</g>`;
}
