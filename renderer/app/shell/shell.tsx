import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Help } from '../help/help';
import { FunctionKeyBar } from './function-key-bar';
import { Rail } from './rail';
import { SampleLine } from './sample-line';
import classes from './shell.module.css';

/** The frame of every screen: the rail, the screen, and the keys at the bottom. */
export function Shell() {
  return (
    <div className={classes.shell}>
      <Rail />
      <div className={classes.body}>
        <SampleLine />
        <main className={classes.screen}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </main>
        <FunctionKeyBar />
      </div>
      <Help />
    </div>
  );
}
