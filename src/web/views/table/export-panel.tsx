import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import { language } from '../../state/explorer.ts';
import { csvFile, jsonFile, save } from '../../state/files.ts';
import { useOfferedExports } from '../../state/use-shown.ts';
import type { Exported, Told } from './export-rows.ts';

interface ExportPanelProps {
  /** The file's name without its ending. */
  readonly name: string;
  /** What the result depends on. */
  readonly of: unknown;
  readonly total: number;
  readonly make: (told: Told) => Promise<Exported>;
}

const words: Words<'take' | 'rows' | 'excel' | 'cancel' | 'failed' | 'working'> = {
  vi: {
    take: 'Tải về toàn bộ',
    rows: 'hàng',
    excel: 'CSV cho Excel',
    cancel: 'Dừng',
    failed: 'Không tải được hết, nên không lưu tệp nào. Hãy thử lại.',
    working: 'Đang tải',
  },
  en: {
    take: 'Download all',
    rows: 'rows',
    excel: 'CSV for Excel',
    cancel: 'Cancel',
    failed: 'Not all of it could be loaded, so no file was saved. Try again.',
    working: 'Loading',
  },
};

type State =
  | { readonly phase: 'idle' | 'failed' }
  | { readonly phase: 'working'; readonly done: number; readonly total: number };

const fileOf = {
  csv: ({ head, lines }: Exported) => csvFile([head, ...lines]),
  excel: ({ head, lines }: Exported) => csvFile([head, ...lines], { byteOrderMark: true }),
  json: ({ records }: Exported) => jsonFile(records),
};

/** Saves the whole result, however little of it is shown; says how far it is, and saves nothing where it fails. */
export function ExportPanel({ name, of, total, make }: ExportPanelProps) {
  const [state, setState] = useState<State>({ phase: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);
  const lang = language.value;
  const say = words[lang];
  const quiet = (): Told => ({ progress: () => {}, signal: new AbortController().signal });
  useOfferedExports(
    [
      { format: 'csv', name, make: async () => fileOf.csv(await make(quiet())) },
      { format: 'json', name, make: async () => fileOf.json(await make(quiet())) },
    ],
    JSON.stringify(of),
  );
  useEffect(() => () => running.current?.abort(), []);

  const run = async (form: keyof typeof fileOf) => {
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    setState({ phase: 'working', done: 0, total });
    try {
      const exported = await make({
        progress: (done, all) => setState({ phase: 'working', done, total: all }),
        signal: controller.signal,
      });
      if (controller.signal.aborted) return;
      save(fileOf[form](exported), `${name}.${form === 'json' ? 'json' : 'csv'}`);
      setState({ phase: 'idle' });
    } catch {
      setState({ phase: controller.signal.aborted ? 'idle' : 'failed' });
    }
  };

  return (
    <fieldset class="export-panel">
      <legend class="hidden">
        {say.take} ({formatNumber(total, lang)} {say.rows})
      </legend>
      {state.phase === 'working' ? (
        <>
          <progress value={state.done} max={Math.max(1, state.total)} aria-label={say.working} />
          <span role="status">
            {say.working} {formatNumber(state.done, lang)} / {formatNumber(state.total, lang)}
          </span>
          <button type="button" onClick={() => running.current?.abort()}>
            {say.cancel}
          </button>
        </>
      ) : (
        <>
          <span class="muted" aria-hidden="true">
            {say.take}:
          </span>
          <button type="button" onClick={() => void run('csv')}>
            CSV
          </button>
          <button type="button" onClick={() => void run('excel')}>
            {say.excel}
          </button>
          <button type="button" onClick={() => void run('json')}>
            JSON
          </button>
        </>
      )}
      {state.phase === 'failed' && (
        <p class="warn" role="alert">
          {say.failed}
        </p>
      )}
    </fieldset>
  );
}
