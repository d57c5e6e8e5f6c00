import type { Drawing } from '../pieces/drawing/drawing.ts';
import { layOut } from '../pieces/drawing/layout.ts';

/** What the thread tells: how far it has come, then where everything lies. */
export type LayoutMessage =
  | { readonly done: number }
  | { readonly xs: Float64Array; readonly ys: Float64Array };

/** The least progress that is worth a message. */
const WORTH_TELLING = 0.02;

addEventListener('message', ({ data }: MessageEvent<Drawing>) => {
  const tell = (message: LayoutMessage): void => postMessage(message);
  let told = 0;
  const positions = layOut(data, (done) => {
    if (done - told < WORTH_TELLING) return;
    told = done;
    tell({ done });
  });
  tell(positions);
});
