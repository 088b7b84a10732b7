import './lib/lockdown';

// Everything else is loaded from here and not imported above, so that no bundler can run it first.
void import('./app/start');
