/**
 * What pages load to show pieces: `<script type="module" src="https://…/embed.js"></script>`. It defines the elements
 * `<caytre-graph>`, `<caytre-timeline>`, `<caytre-map>`, `<caytre-metric>`, `<caytre-card>` and `<caytre-table>`, and gives frames
 * of `/embed/…` the height of what is in them.
 */
import { defineElements, sizeFrames } from './elements.ts';

const server = new URL(/* @vite-ignore */ './', import.meta.url).href;
defineElements(server);
sizeFrames(server);
