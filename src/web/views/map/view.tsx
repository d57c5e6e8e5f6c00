export default function View() {
  return <p>map</p>;
}
