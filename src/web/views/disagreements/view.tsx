export default function View() {
  return <p>disagreements</p>;
}
