import '../tokens.css'
import '../tokens.staff.css'
import './styles/job.css'
import { render } from 'preact'
import { App } from './App.tsx'

// Another link opened in the same window is another job.
window.addEventListener('hashchange', () => location.reload())

const root = document.getElementById('app')
if (root) render(<App secret={location.hash.slice(1)} />, root)
