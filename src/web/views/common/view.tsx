export default function View() {
  return <p>common</p>;
}
