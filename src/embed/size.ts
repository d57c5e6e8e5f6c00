import { type Settings, settingNames } from '../pieces/settings.ts';
import { GREATEST_FLOW } from './shapes.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const bounded = (setting: 'width' | 'height', amount: number): number => {
  const [least, greatest] = settingNames[setting].bounds;
  return Math.round(Math.min(Math.max(amount, least), greatest));
};

/**
 * The size of an element: the one that it is given by attributes, as a sheet whose rules give way to those of the page, and the
 * one that its inside really has.
 */
export function createSize(changed: () => void) {
  const sheet = new CSSStyleSheet();
  let inside: Size | undefined;
  let observed: Element | null = null;
  let frame = 0;
  let wanted: string | undefined;

  // In the next frame, as what is drawn then may change what is observed.
  const observer = new ResizeObserver(([entry]) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const { width, height } = entry!.contentRect;
      const next = { width: bounded('width', width), height: bounded('height', height) };
      if (width === 0 || (next.width === inside?.width && next.height === inside.height)) return;
      inside = next;
      changed();
    });
  });

  return {
    sheet,
    /** Takes the size that attributes ask for. Without them it is as wide as there is room, and as high as its shape says. */
    want(element: HTMLElement, shape: 'flows' | 'fills', settings: Settings): void {
      const rules = [
        element.hasAttribute('width') ? `inline-size: ${settings.width}px;` : '',
        element.hasAttribute('height') || shape === 'fills'
          ? `block-size: ${settings.height}px;`
          : `max-block-size: ${GREATEST_FLOW}px;`,
      ].join('');
      if (rules === wanted) return;
      wanted = rules;
      sheet.replaceSync(rules === '' ? '' : `:host { ${rules} }`);
    },
    /** Watches the part of the element that the piece is drawn in. */
    watch(element: Element | null): void {
      if (element === observed) return;
      observer.disconnect();
      observed = element;
      if (element !== null) observer.observe(element);
    },
    /** The size of that part, once it is known. */
    inside: (): Size | undefined => inside,
    stop(): void {
      cancelAnimationFrame(frame);
      observer.disconnect();
      observed = null;
    },
  };
}
