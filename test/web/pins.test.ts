import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPin, writePin } from '../../src/web/views/drawing/pins.ts';

const coordinate = fc.integer({ min: -100_000, max: 100_000 });

describe('pins in an address', () => {
  it('are read as they were written', () => {
    const id = fc.stringMatching(/^[a-z]+:[a-z0-9-]+$/);
    const place = fc.record({ x: coordinate, y: coordinate });
    fc.assert(
      fc.property(id, fc.option(place, { nil: undefined }), (name, at) => {
        const pin = at === undefined ? { id: name } : { id: name, place: at };
        expect(readPin(writePin(pin))).toEqual(pin);
      }),
    );
  });

  it('lie on whole units, and what is no place is part of the id', () => {
    expect(writePin({ id: 'country:jpn', place: { x: 1.6, y: -2.4 } })).toBe('country:jpn*2*-2');
    expect(readPin('country:jpn*2')).toEqual({ id: 'country:jpn*2' });
    expect(readPin('')).toEqual({ id: '' });
  });
});
