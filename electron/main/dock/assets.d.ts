/** Where a file of ours lies beside the built main, as electron-vite puts it there. */
declare module '*?asset' {
  const path: string;
  export default path;
}
