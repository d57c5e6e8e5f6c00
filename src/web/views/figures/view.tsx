export default function View() {
  return <p>figures</p>;
}
