/** A page that says what went wrong in plain words and what to do. */
export function ProblemPage({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{children}</p>
      <p>
        <a href="/">Go to the start page</a>
      </p>
    </>
  );
}
