import { constants, getPriority, setPriority } from 'node:os';
import sharp from 'sharp';
import { reasonOf } from '../../runtime/reason-of.ts';
import type { MadeFile, PictureAnswer, PictureJob } from './jobs.ts';
import { CoverRefusal } from './refusal.ts';
import { resizeUpload } from './resize-upload.ts';

// A process of its own, started by PictureMaker, that knows no secrets: it decodes what strangers send, at a lower
// priority than those who serve. It ends with whoever started it.

try {
  setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
} catch {
  // A sandbox may refuse it. It is a courtesy: pictures are made all the same.
}
process.once('disconnect', () => process.exit());

// Of all that libvips reads, only what is taken; and SVG, for what is drawn here.
sharp.block({ operation: ['VipsForeignLoad'] });
const readable = ['Jpeg', 'Png', 'Webp', 'Heif', 'Svg'];
sharp.unblock({ operation: readable.map(format => `VipsForeignLoad${format}Buffer`) });
sharp.cache(false);

async function make(job: PictureJob): Promise<MadeFile[]> {
  if (job.kind === 'resize') return resizeUpload(Buffer.from(job.content));
  const { drawCover } = await import('../drawing/draw-cover.ts');
  return [{ ...job.variant, content: await drawCover(job.titlePage, job.variant) }];
}

async function answer(job: PictureJob): Promise<PictureAnswer> {
  try {
    return { kind: 'made', files: await make(job) };
  } catch (error) {
    if (error instanceof CoverRefusal) return { kind: 'refused', code: error.code, message: error.message };
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

process.on('message', async (job: PictureJob) => {
  const said = await answer(job);
  process.send?.(said);
});
