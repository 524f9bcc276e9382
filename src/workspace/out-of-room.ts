// The surfaces know nothing of storage; that a disk can be full they must know.
export { isOutOfRoom } from '../storage/no-room.ts';
