const samples = [
  { file: 'first-light.jpg', name: 'First light' },
  { file: 'high-noon.jpg', name: 'High noon' },
  { file: 'last-light.jpg', name: 'Last light' },
  { file: 'morning-mist.jpg', name: 'Morning mist' },
  { file: 'night-watch.jpg', name: 'Night watch' },
  { file: 'planet.png', name: 'Planet' },
];

/** Pictures for who has none at hand: they take the same way as a dropped file. */
export function Samples({ onChosen }: { onChosen: (files: File[]) => void }) {
  return (
    <div className="samples">
      <p id="samples-title">No photograph at hand? Take one of these:</p>
      <ul aria-labelledby="samples-title">
        {samples.map(({ file, name }) => (
          <li key={file}>
            <button
              type="button"
              onClick={() => void fetchFile(file).then((chosen) => onChosen([chosen]))}
            >
              <img src={`/samples/${file}`} alt="" width={72} height={72} loading="lazy" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function fetchFile(name: string): Promise<File> {
  const answer = await fetch(`/samples/${name}`);
  const type = answer.headers.get('content-type') ?? '';
  return new File([await answer.blob()], name, { type });
}
