import './base.css';
import { createRoot } from 'react-dom/client';
import { CustomerPage } from './customer-page';

const root = document.getElementById('root');
if (root === null) throw new Error('display.html has no #root');
createRoot(root).render(<CustomerPage />);
