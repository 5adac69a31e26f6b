import { setTimeout as delay } from 'node:timers/promises';
import type { RenderedPage, RenderPage, WantedPage } from './rendered-page.ts';

/** More pages than this at a time are not rendered here but in the browser: rendering is the process's own work. */
const atOnce = 8;

/** A reader waits this long, in milliseconds, for a page to be rendered; then the browser does it. */
const patience = 1_500;

/** Renders a page; undefined where that fails, takes too long, or too many are being rendered: never an error. */
export function rendererInTime(
  render: RenderPage,
  tell: (error: unknown) => void,
): (wanted: WantedPage) => Promise<RenderedPage | undefined> {
  let underWay = 0;
  return async wanted => {
    if (underWay >= atOnce) return undefined;
    underWay += 1;
    const rendered = render(wanted)
      .catch(error => {
        tell(error);
        return undefined;
      })
      .finally(() => {
        underWay -= 1;
      });
    const isAnswered = new AbortController();
    const late = delay(patience, undefined, { signal: isAnswered.signal, ref: false }).catch(() => undefined);
    try {
      return await Promise.race([rendered, late]);
    } finally {
      isAnswered.abort();
    }
  };
}
