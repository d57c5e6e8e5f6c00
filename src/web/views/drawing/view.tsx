export default function View() {
  return <p>graph</p>;
}
