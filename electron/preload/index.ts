import { contextBridge, ipcRenderer } from 'electron';
import type { Host } from '../../shared/host/host.ts';

/** The Electron adapter of Host: named requests only, so that the page never gets hold of a channel or an event. */
const host = {
  info: () => ipcRenderer.invoke('host:info'),
  saveFile: (request) => ipcRenderer.invoke('host:saveFile', request),
  openFile: (kind) => ipcRenderer.invoke('host:openFile', kind),
  takeOpenedFile: () => ipcRenderer.invoke('host:takeOpenedFile'),
  reveal: (token) => ipcRenderer.invoke('host:reveal', token),
  readMarker: () => ipcRenderer.invoke('host:readMarker'),
  writeMarker: (marker) => ipcRenderer.invoke('host:writeMarker', marker),
  listFiles: (folder) => ipcRenderer.invoke('host:listFiles', folder),
  readFile: (folder, name, from, most) => ipcRenderer.invoke('host:readFile', folder, name, from, most),
  writeFile: (folder, name, bytes, ifTaken) => ipcRenderer.invoke('host:writeFile', folder, name, bytes, ifTaken),
  appendFile: (folder, name, at, bytes) => ipcRenderer.invoke('host:appendFile', folder, name, at, bytes),
  removeFile: (folder, name) => ipcRenderer.invoke('host:removeFile', folder, name),
  removeHalfWritten: (folder) => ipcRenderer.invoke('host:removeHalfWritten', folder),
  secondFolder: () => ipcRenderer.invoke('host:secondFolder'),
  chooseSecondFolder: () => ipcRenderer.invoke('host:chooseSecondFolder'),
  allowSecondFolder: () => ipcRenderer.invoke('host:allowSecondFolder'),
  forgetSecondFolder: () => ipcRenderer.invoke('host:forgetSecondFolder'),
  freeSpace: () => ipcRenderer.invoke('host:freeSpace'),
  revealData: () => ipcRenderer.invoke('host:revealData'),
} satisfies Host;

contextBridge.exposeInMainWorld('host', host);
