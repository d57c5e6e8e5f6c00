import { metric } from '../../pieces/metric/piece.tsx';
import { defaultSettings, type Settings } from '../../pieces/settings.ts';
import { Answer } from '../parts/answer.tsx';
import { go, language, view } from '../state/explorer.ts';
import { usePiece } from '../state/use-answer.ts';
import '../../pieces/charts.css';

/** The size of a chart on a card, in CSS pixels of its drawing; it shrinks with the card. */
const SIZE = { width: 380, height: 240 };

/** The figures of a metric as a chart. */
export default function ChartOf({ id }: { readonly id: string }) {
  const { asOf, selected } = view.value;
  const settings: Settings = {
    ...defaultSettings,
    ...SIZE,
    lang: language.value,
    entity: [id],
    ...(asOf !== undefined && { asOf }),
  };
  const answer = usePiece(metric, settings);
  return (
    <Answer of={answer} isEmpty={metric.isEmpty}>
      {(figures) => (
        <metric.Body
          answer={figures}
          settings={settings}
          selected={selected}
          select={(chosen) => go({ selected: chosen })}
        />
      )}
    </Answer>
  );
}
