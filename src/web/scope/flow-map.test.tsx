import { renderToStaticMarkup } from 'react-dom/server';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { FlowMap } from './flow-map.tsx';
import { flowMapFile } from './flow-map-file.tsx';
import { layOutFlows, type MapBox, type MapFlow } from './flow-map-layout.ts';

const flow = (over: Partial<MapFlow> = {}): MapFlow => ({
  what: 'Referrals',
  from: 'The trust',
  to: 'Our platform',
  direction: 'in',
  country: undefined,
  special: false,
  encrypted: true,
  ...over,
});
const out = (to: string, over: Partial<MapFlow> = {}) => flow({ from: 'Our platform', to, direction: 'out', ...over });

function overlaps(a: MapBox, b: MapBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('the map of data flows', () => {
  test('has each name once on each side it stands on', () => {
    const { boxes } = layOutFlows([flow(), flow({ what: 'Letters', to: 'Our  platform' }), out('The trust')]);
    expect(boxes.map(({ side, name }) => [side, name])).toEqual([
      ['from', 'The trust'],
      ['own', 'Our platform'],
      ['to', 'The trust'],
    ]);
  });

  test('has names that differ by their capitals alone once, as the first was written', () => {
    const { boxes, arrows } = layOutFlows([flow(), flow({ what: 'Letters', from: 'the TRUST', to: 'our platform' })]);
    expect(boxes.map(({ name }) => name)).toEqual(['The trust', 'Our platform']);
    expect(arrows).toHaveLength(2);
  });

  test('has an arrow for every flow, numbered as in the table', () => {
    const { arrows } = layOutFlows([flow(), out('Host'), flow({ direction: 'within', from: 'App', to: 'Database' })]);
    expect(arrows.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('lays no box upon another and none outside, however many there are', () => {
    const flows = Array.from({ length: 60 }, (_, i) =>
      i % 2 === 0
        ? flow({ from: `Sender ${i} ${'of many words '.repeat(i % 5)}` })
        : out(`Host ${i}`, { country: 'France' }),
    );
    const { boxes, height } = layOutFlows(flows);
    const clashes = boxes.filter((a, i) => boxes.slice(i + 1).some((b) => overlaps(a, b)));
    expect([clashes, boxes.every((box) => box.y >= 0 && box.y + box.height <= height)]).toEqual([[], true]);
  });

  test('lays no two arrows of one box upon each other', () => {
    const { arrows } = layOutFlows([flow(), flow({ what: 'Letters' }), flow({ what: 'Images' })]);
    expect(new Set(arrows.map(({ path }) => path)).size).toBe(3);
  });

  test('lays no mark upon another, however many flows one box has', () => {
    const flows = Array.from({ length: 60 }, (_, i) =>
      i % 3 === 0
        ? flow({ from: `Sender ${i % 5}` })
        : i % 3 === 1
          ? out(`Host ${i % 7}`)
          : flow({ direction: 'within', from: 'Our platform', to: `Database ${i % 2}` }),
    );
    const { arrows } = layOutFlows(flows);
    const near = arrows.filter((a, i) =>
      arrows.slice(i + 1).some((b) => Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) < 22),
    );
    expect(near.map(({ number }) => number)).toEqual([]);
  });

  test('breaks a name that is longer than a box, and cuts one that is far too long', () => {
    const [box] = layOutFlows([flow({ from: 'x'.repeat(200) })]).boxes;
    expect([
      box?.lines.length,
      box?.lines.every((line) => line.length <= 24),
      box?.lines.at(-1)?.endsWith('…'),
    ]).toEqual([3, true, true]);
  });

  test.each([
    ['UK', undefined],
    ['United Kingdom', undefined],
    ['Ireland', 'Ireland'],
    ['United States', 'United States'],
    ['England (London)', undefined],
    ['U.K.', undefined],
    ['UK and Ireland', 'UK and Ireland'],
    ['New South Wales', 'New South Wales'],
    ['Ukraine', 'Ukraine'],
    [undefined, undefined],
  ])('notes where data goes to: %s', (country, note) => {
    const { boxes } = layOutFlows([out('Host', { country })]);
    expect(boxes.find(({ side }) => side === 'to')?.note).toBe(note);
  });

  test('says in a sentence what it shows', () => {
    const html = renderToStaticMarkup(
      <FlowMap flows={[flow({ special: true }), out('Host', { country: 'France' })]} />,
    );
    expect(html).toContain('2 flows of data: 1 of special category data, 1 to other countries.');
  });

  test('tells apart what is not known to be encrypted', () => {
    const html = renderToStaticMarkup(<FlowMap flows={[flow(), out('Host', { encrypted: undefined })]} />);
    expect(html.match(/app-flow-map__arrow--open/g)).toHaveLength(1);
  });

  test('runs nothing, whatever the names hold', () => {
    const html = renderToStaticMarkup(<FlowMap flows={[flow({ from: '<script>alert(1)</script>' })]} />);
    expect(html).not.toContain('<script>');
  });

  test('is a file of its own that is well-formed, names nothing elsewhere and runs nothing', () => {
    const file = flowMapFile('Larkmoor & Sons', '2026-11-20', [
      flow({ from: '<script>alert(1)</script>"\uffff', special: true }),
      out('Host', { country: 'France', encrypted: undefined }),
    ]);
    expect(() => new SaxesParser({ xmlns: true }).write(file).close()).not.toThrow();
    expect(file).toContain('Data flows of Larkmoor &amp; Sons');
    expect(file).toContain('As at 20 November 2026. 2 flows of data');
    expect(file).not.toMatch(/<script|<style|[\s"]on\w+=|href|\uffff|url\((?!#)/i);
  });

  test('of no flows is empty and does not fail', () => {
    expect(layOutFlows([]).boxes).toEqual([]);
  });
});
