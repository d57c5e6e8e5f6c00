/** One step of ForceAtlas2 on numbers, which the package's own types leave out. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  export default function iterate(
    options: Readonly<Record<string, number | boolean>>,
    nodes: Float32Array,
    edges: Float32Array,
  ): void;
}
