export default function View() {
  return <p>directions</p>;
}
