import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { coverSvg, drawCover } from './draw-cover.ts';
import { wordsOf } from './words.ts';

const longest = 'W'.repeat(500);

test.each([
  ['Cien años de soledad', ['Gabriel García Márquez']],
  ['It', ['Stephen King']],
  [longest, ['x'.repeat(200)]],
  ['Война и мир', ['Лев Толстой']],
  ['Ὀδύσσεια', ['Ὅμηρος']],
  ['千年の孤独', ['村上春樹']],
  ['ألف ليلة وليلة', []],
  ['😀', ['🎉']],
  ['<script>alert(1)</script> & "quotes"', ["O'Brien & Sons"]],
  ['…', ['?']],
])('%s has a cover, 2 wide and 3 high, with more than one colour on it', async (title, authors) => {
  const cover = await drawCover({ title, authors }, { width: 240, format: 'jpeg' });
  const { width, height, format } = await sharp(cover).metadata();
  expect([width, height, format]).toEqual([240, 360, 'jpeg']);
  const { entropy } = await sharp(cover).stats();
  expect(entropy).toBeGreaterThan(0.5);
});

test('the same title page gives the same cover each time; another one gives another', async () => {
  const page = { title: 'Rayuela', authors: ['Julio Cortázar'] };
  expect(await coverSvg(page, 480)).toBe(await coverSvg(page, 480));
  expect(await coverSvg({ ...page, title: 'Rayuela.' }, 480)).not.toBe(await coverSvg(page, 480));
});

test('nothing of what people write is markup, or leads anywhere: text is paths', async () => {
  const svg = await coverSvg(
    { title: '</svg><image href="http://evil.example/x"/>', authors: ['&amp;'] },
    240,
  );
  expect(svg).not.toMatch(/<image|<text|href|evil/);
});

test.each([
  [
    'Das Kapital: Kritik der politischen Ökonomie',
    ['Karl Marx'],
    { title: 'Das Kapital', subtitle: 'Kritik der politischen Ökonomie', author: 'Karl Marx' },
  ],
  [
    'Harry Potter (edición ilustrada)',
    ['J. K. Rowling'],
    { title: 'Harry Potter', subtitle: 'edición ilustrada', author: 'J. K. Rowling' },
  ],
  [
    "The Hitchhiker's Guide",
    ['A', 'B', 'C', 'D'],
    { title: 'The Hitchhiker’s Guide', subtitle: '', author: 'A et al.' },
  ],
  ['Party 🎉 Time', ['A', 'B'], { title: 'Party Time', subtitle: '', author: 'A, B' }],
  ['百年孤独', ['Gabriel García Márquez'], { title: '', subtitle: '', author: 'Gabriel García Márquez' }],
  // A part of a title would be another title.
  ['Ελλάδα και 日本日本', ['村上'], { title: '', subtitle: '', author: '' }],
  ['9: 30', [], { title: '9: 30', subtitle: '', author: '' }],
])('%s by %s is set as %j', async (title, authors, words) => {
  expect(await wordsOf({ title, authors })).toEqual(words);
});
