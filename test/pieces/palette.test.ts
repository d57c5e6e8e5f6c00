import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { livePalette, palettes } from '../../src/pieces/palette.ts';

const sheet = readFileSync(new URL('../../src/pieces/theme.css', import.meta.url), 'utf8');

/** What the style sheets give a custom property, in light and in dark. */
function given(variable: string): string[] {
  const name = /^var\((--[\w-]+)\)$/.exec(variable)![1]!;
  const value = new RegExp(`${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(sheet);
  return value?.slice(1) ?? [name];
}

describe('the plain colours of pictures', () => {
  it('are those of the style sheet', () => {
    const { steps, kind: _kind, ...single } = livePalette;
    for (const [name, variable] of Object.entries(single)) {
      const key = name as keyof typeof single;
      expect([palettes.light[key], palettes.dark[key]], name).toEqual(given(variable));
    }
    for (const [at, variable] of steps.entries()) {
      expect([palettes.light.steps[at], palettes.dark.steps[at]]).toEqual(given(variable));
    }
  });
});
