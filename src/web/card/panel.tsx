import { view } from '../state/explorer.ts';

export default function CardPanel() {
  return <p>{view.value.selected}</p>;
}
