import { view } from '../state/explorer.ts';

export default function TimeBar() {
  return <p>{view.value.asOf}</p>;
}
