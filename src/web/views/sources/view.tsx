export default function View() {
  return <p>sources</p>;
}
