import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../pieces/language.ts';
import { go, language, view } from '../state/explorer.ts';
import { isNarrow } from '../state/narrow.ts';
import { rememberCardWidth, rememberedCardWidth } from '../state/preferences.ts';
import { useNames } from '../state/use-names.ts';
import { Icon } from './icons.tsx';
import { Late } from './late.tsx';

const words: Words<'card' | 'close' | 'width' | 'larger' | 'smaller'> = {
  vi: {
    card: 'Thẻ',
    close: 'Đóng thẻ',
    width: 'Độ rộng của thẻ',
    larger: 'Mở rộng thẻ',
    smaller: 'Thu nhỏ thẻ',
  },
  en: {
    card: 'Card',
    close: 'Close the card',
    width: 'Width of the card',
    larger: 'Enlarge the card',
    smaller: 'Make the card smaller',
  },
};

const loadPanel = () => import('../card/panel.tsx');
const LEAST = 300;
const GREATEST = 800;
const USUAL = 420;
const STEP = 24;

const within = (width: number): number =>
  Math.round(Math.max(LEAST, Math.min(GREATEST, innerWidth * 0.6, width)));

const close = (): void => go({ selected: undefined });

/**
 * The place of the card: beside the view, where it can be made wider, and on phones a sheet from below, which can be pulled up
 * and down. The focus goes to it when something is selected, and back when it closes.
 */
export function CardSide() {
  const { selected } = view.value;
  const side = useFocusOf(selected);
  const say = words[language.value];
  const { names } = useNames(selected === undefined ? [] : [selected]);
  const [width, setWidth] = useState(() => within(rememberedCardWidth() ?? USUAL));
  const [isTall, setTall] = useState(false);
  if (selected === undefined) return null;
  return (
    <aside
      class={`card-side ${isTall ? 'tall' : ''}`}
      ref={side}
      tabIndex={-1}
      aria-label={`${say.card}: ${names[0]?.name ?? selected}`}
      style={{ '--card-width': `${width}px` }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      {isNarrow.value ? (
        <Grip isTall={isTall} setTall={setTall} />
      ) : (
        <Edge width={width} setWidth={setWidth} />
      )}
      <button
        type="button"
        class="icon close"
        aria-label={say.close}
        title={say.close}
        onClick={close}
      >
        <Icon name="close" />
      </button>
      {/* A new selection starts at the top of its card. */}
      <div class="inside" key={selected}>
        <Late load={loadPanel} />
      </div>
    </aside>
  );
}

/** The edge by which the card is made wider, with the pointer or with arrow keys. */
function Edge({
  width,
  setWidth,
}: {
  readonly width: number;
  readonly setWidth: (width: number) => void;
}) {
  const isHeld = useRef(false);
  const set = (wanted: number): void => {
    setWidth(within(wanted));
    rememberCardWidth(within(wanted));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this can
    <div
      class="edge"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words[language.value].width}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={GREATEST}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        isHeld.current = true;
      }}
      onPointerMove={(event) => {
        if (isHeld.current) set(innerWidth - event.clientX);
      }}
      onLostPointerCapture={() => {
        isHeld.current = false;
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        set(width + step);
      }}
    />
  );
}

/** The grip of the sheet: pulled up it fills the screen, pulled down it closes; pressed it does one or the other. */
function Grip({
  isTall,
  setTall,
}: {
  readonly isTall: boolean;
  readonly setTall: (isTall: boolean) => void;
}) {
  const say = words[language.value];
  const start = useRef<number>();
  const pulled = (event: JSX.TargetedPointerEvent<HTMLElement>): number =>
    event.clientY - (start.current ?? event.clientY);
  const sheetOf = (event: JSX.TargetedPointerEvent<HTMLElement>) =>
    event.currentTarget.closest<HTMLElement>('.card-side');
  const hasMoved = useRef(false);
  return (
    <button
      type="button"
      class="grip"
      aria-label={isTall ? say.smaller : say.larger}
      aria-expanded={isTall}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = event.clientY;
        hasMoved.current = false;
      }}
      onPointerMove={(event) => {
        if (start.current === undefined) return;
        if (Math.abs(pulled(event)) > 8) hasMoved.current = true;
        sheetOf(event)?.style.setProperty('translate', `0 ${Math.max(0, pulled(event))}px`);
      }}
      onPointerUp={(event) => {
        const by = pulled(event);
        if (by < -40) setTall(true);
        else if (by > 60 && isTall) setTall(false);
        else if (by > 60) close();
      }}
      onLostPointerCapture={(event) => {
        start.current = undefined;
        sheetOf(event)?.style.removeProperty('translate');
      }}
      onClick={() => {
        if (!hasMoved.current) setTall(!isTall);
        hasMoved.current = false;
      }}
    >
      <span aria-hidden="true" />
    </button>
  );
}

/** Moves the focus to the card when something is selected, and back to where it was when it closes. */
function useFocusOf(selected: string | undefined) {
  const side = useRef<HTMLElement>(null);
  const before = useRef(selected);
  const from = useRef<Element | null>(null);
  useEffect(() => {
    const isOpening = before.current === undefined;
    const isSame = before.current === selected;
    before.current = selected;
    if (isSame) return;
    const { activeElement } = document;
    if (selected === undefined) {
      // The card took the focus with it, unless that was elsewhere.
      if (activeElement !== null && activeElement !== document.body) return;
      const back = from.current;
      const target =
        back instanceof HTMLElement && back.isConnected
          ? back
          : document.querySelector<HTMLElement>('#view-heading');
      target?.focus({ preventScroll: true });
      return;
    }
    if (isOpening) from.current = activeElement;
    // Whoever walks through a list by arrow keys goes on there; the card follows.
    if (activeElement?.closest('[data-keeps-focus]')) return;
    side.current?.focus({ preventScroll: true });
  }, [selected]);
  return side;
}
