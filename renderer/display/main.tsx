import '../lib/lockdown';

// As in the counter's page: nothing may run before the lockdown.
void import('./start');
