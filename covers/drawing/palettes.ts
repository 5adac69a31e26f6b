/** The colours of a cover. */
export interface Palette {
  /** The cloth, or paper, that all is on. */
  ground: string;
  /** Text on it. */
  ink: string;
  /** Ornaments on it. */
  accent: string;
  /** A second ground that goes with the first one, and the text on that. */
  panel: string;
  panelInk: string;
}

const cream = '#f3e9d2';
const night = '#231d18';

const palette = (ground: string, accent: string, ink = cream, panel = cream, panelInk = ground): Palette => ({
  ground,
  ink,
  accent,
  panel,
  panelInk,
});

/** Cloth and paper of old books. Text stands out from its ground by 5 : 1 or more. */
export const palettes: readonly [Palette, ...Palette[]] = [
  palette('#6a1e2b', '#d3a95c'),
  palette('#1e3d33', '#cfab5e'),
  palette('#1c2d4d', '#d0a458'),
  palette('#472749', '#dcae74'),
  palette('#33505f', '#e3bd76'),
  palette('#8f3a22', '#f2c987'),
  palette('#2b2a29', '#c9773f'),
  palette('#5a4a1f', '#e6c777'),
  palette('#ecdfc3', '#a23b24', night, '#a23b24', cream),
  palette('#e6dcc6', '#2d5a50', night, '#2d5a50', cream),
  palette('#d79b3a', '#6b1f14', night, '#6b1f14', cream),
  palette('#b9c2a8', '#2c4030', '#1d261d', '#2c4030', cream),
];
