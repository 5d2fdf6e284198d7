import { z } from 'zod';

// Zod would otherwise compile its checks with `new Function`, which the content security policy forbids and reports.
z.config({ jitless: true });

export { z };
