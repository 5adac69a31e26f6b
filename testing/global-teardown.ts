import { stopKept } from './kept.ts';

export default stopKept;
