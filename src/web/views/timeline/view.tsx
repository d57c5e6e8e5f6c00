export default function View() {
  return <p>timeline</p>;
}
