import { describe, expect, it } from 'vitest';
import { pieceOf, settingsOf } from '../../src/pieces/explorer-view.ts';
import { pieceNames, readSettings } from '../../src/pieces/settings.ts';
import { embedCode, parametersFor } from '../../src/web/shell/embedding.ts';
import { defaultView, type ViewState, viewNames } from '../../src/web/state/view-state.ts';

const kinds = ['person', 'country', 'metric'];
const state = (changes: Partial<ViewState>): ViewState => ({ ...defaultView, ...changes });
const settings = (changes: Partial<ViewState>) => {
  const view = state(changes);
  return settingsOf(pieceOf(view), view, kinds);
};

describe('what is embedded of a view', () => {
  it('is some piece, whatever the view', () => {
    for (const view of viewNames) expect(pieceNames).toContain(pieceOf(state({ view })));
  });

  it('is about what the view is about', () => {
    const around = ['document:chi-thi-25'];
    expect(settings({ around, depth: 2, asOf: '2023' })).toMatchObject({
      entity: around,
      depth: 2,
      asOf: '2023',
    });
    const between = ['country:jpn', 'country:bra'];
    expect(settings({ view: 'path', around, between }).entity).toEqual(between);
    expect(settings({ view: 'figures', around, metric: 'metric:gdp' }).entity).toEqual([
      'metric:gdp',
    ]);
    expect(settings({ view: 'sources', source: 'source:a' }).entity).toEqual(['source:a']);
    const card = settingsOf('card', state({ selected: '0123456789abcdef0123', around }), kinds);
    expect(card.entity).toEqual(around);
  });

  it('is of the same time, levels and kinds', () => {
    expect(settings({ view: 'timeline', from: '2016', to: '2023' })).toMatchObject({
      from: '2016',
      to: '2023',
    });
    expect(settings({ view: 'map', levels: ['strategic'] }).levels).toEqual(['strategic']);
    expect(settings({ view: 'table', only: ['person', 'metric'] }).kinds).toEqual([
      'person',
      'metric',
    ]);
    expect(settings({ view: 'table', only: ['person'], from: '2016' }).from).toBeUndefined();
    expect(settings({ view: 'figures', around: ['country:jpn'] }).entity).toEqual(['country:jpn']);
  });

  it('leaves out the kinds that the view leaves out', () => {
    expect(settings({ without: ['person'] }).kinds).toEqual(['country', 'metric']);
    expect(settings({}).kinds).toEqual([]);
  });

  it('reads as the same settings where the code is used, but for those that the piece does not read', () => {
    const wanted = {
      ...settings({ view: 'table', query: 'hội nghị', around: ['country:vnm'], lang: 'en' }),
      width: 500,
      theme: 'dark',
    } as const;
    const parameters = parametersFor(wanted, ['entity', 'kinds', 'query']);
    expect(readSettings((name) => parameters.get(name)).settings).toEqual(wanted);
    expect(parametersFor(wanted, ['kinds']).has('query')).toBe(false);
  });

  it('stands in a page as it is written, whatever is asked for', () => {
    const parameters = new URLSearchParams({
      width: '500',
      height: '300',
      query: '"><script>&',
    });
    const { element, frame, picture } = embedCode(
      'https://example.org',
      'table',
      parameters,
      'A "B"',
    );
    expect(element).toContain('<script type="module" src="https://example.org/embed.js"></script>');
    expect(element).toContain('query="&quot;>&lt;script>&amp;"');
    expect(frame).toContain('title="A &quot;B&quot;"');
    expect(frame).toContain('/embed/table?width=500&amp;height=300');
    expect(picture).toBe(
      'https://example.org/embed/table.svg?width=500&height=300&query=%22%3E%3Cscript%3E%26',
    );
  });
});
