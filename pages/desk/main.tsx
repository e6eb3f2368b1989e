import { render } from 'preact'
import '../tokens.css'
import './styles/frame.css'
import './styles/queue.css'
import './styles/thread.css'
import './styles/composer.css'
import './styles/context.css'
import './styles/handing.css'
import './styles/rooms.css'
import './styles/board.css'
import './styles/homes.css'
import './styles/orders.css'
import './styles/intake.css'
import './styles/after.css'
import './styles/learning.css'
import { App } from './App.tsx'

const root = document.getElementById('app')
if (root) render(<App />, root)
