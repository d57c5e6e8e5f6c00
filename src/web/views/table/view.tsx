export default function View() {
  return <p>table</p>;
}
