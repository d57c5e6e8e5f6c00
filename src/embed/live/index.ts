export { LiveGraph } from './graph.tsx';
export { default as style } from './live.css?inline';
