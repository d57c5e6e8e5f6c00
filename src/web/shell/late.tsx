import { Component, type ComponentChildren, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../pieces/language.ts';
import { Loading } from '../parts/answer.tsx';
import { language } from '../state/explorer.ts';

const words: Words<'failed' | 'advice' | 'broken' | 'retry' | 'reload' | 'detail'> = {
  vi: {
    failed: 'Phần này của trang chưa tải được.',
    advice: 'Máy chủ có thể đang khởi động lại hoặc vừa được nâng cấp.',
    broken: 'Phần này của trang gặp lỗi.',
    retry: 'Thử lại',
    reload: 'Tải lại trang',
    detail: 'Chi tiết',
  },
  en: {
    failed: 'This part of the page could not be loaded.',
    advice: 'The server may be restarting, or has just been upgraded.',
    broken: 'This part of the page broke.',
    retry: 'Try again',
    reload: 'Reload the page',
    detail: 'Details',
  },
};

type Load = () => Promise<{ default: ComponentType }>;

/** What was loaded, so that it is there at once when it is shown again. */
const loaded = new Map<Load, ComponentType>();

interface LateProps {
  readonly load: Load;
  /** Shows nothing while it loads, where that would only unsettle the page. */
  readonly isQuiet?: boolean;
}

/** A part that is loaded when it is first shown: says that it is loading, that it failed or broke and what to do then. */
export function Late({ load, isQuiet = false }: LateProps) {
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<Error>();
  const [, show] = useState<ComponentType>();
  const again = (): void => setAttempt(attempt + 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads anew
  useEffect(() => {
    let isWanted = true;
    setFailure(undefined);
    if (!loaded.has(load)) {
      load().then(
        (part) => {
          loaded.set(load, part.default);
          if (isWanted) show(() => part.default);
        },
        (error: unknown) => {
          if (isWanted) setFailure(error instanceof Error ? error : new Error(String(error)));
        },
      );
    }
    return () => {
      isWanted = false;
    };
  }, [load, attempt]);

  const Part = loaded.get(load);
  if (Part !== undefined) {
    return (
      <Boundary key={attempt} retry={again}>
        <Part />
      </Boundary>
    );
  }
  if (failure !== undefined) return <Broken error={failure} isLoaded={false} retry={again} />;
  return isQuiet ? null : <Loading />;
}

interface BoundaryProps {
  readonly children: ComponentChildren;
  readonly retry: () => void;
}

/** What breaks below takes nothing else with it. */
class Boundary extends Component<BoundaryProps, { readonly error?: Error }> {
  static override getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render({ children, retry }: BoundaryProps) {
    const { error } = this.state;
    return error === undefined ? children : <Broken error={error} isLoaded retry={retry} />;
  }
}

interface BrokenProps {
  readonly error: Error;
  readonly isLoaded: boolean;
  readonly retry: () => void;
}

function Broken({ error, isLoaded, retry }: BrokenProps) {
  const say = words[language.value];
  return (
    <div class="state failed" role="alert">
      <p class="what">{isLoaded ? say.broken : say.failed}</p>
      {!isLoaded && <p>{say.advice}</p>}
      <div class="row">
        <button type="button" onClick={retry}>
          {say.retry}
        </button>
        <button type="button" onClick={() => location.reload()}>
          {say.reload}
        </button>
      </div>
      <details>
        <summary>{say.detail}</summary>
        <p lang="en">{error.message}</p>
      </details>
    </div>
  );
}
