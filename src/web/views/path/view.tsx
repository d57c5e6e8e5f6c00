export default function View() {
  return <p>path</p>;
}
